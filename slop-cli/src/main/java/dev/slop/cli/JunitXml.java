package dev.slop.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes verdicts as the JUnit XML that CI servers show: a test a number; what is undecided is skipped. */
final class JunitXml {
    private JunitXml() {}

    static void write(List<Verdict> verdicts, boolean strict, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "slop check");
            xml.writeAttribute("tests", String.valueOf(verdicts.size()));
            xml.writeAttribute("failures", count(verdicts, strict, "failure"));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", count(verdicts, strict, "skipped"));
            for (Verdict verdict : verdicts) {
                test(verdict, element(verdict, strict), xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void test(Verdict verdict, String element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", legal(verdict.where()));
        xml.writeAttribute("name", legal(verdict.threshold().toString()));
        if (!element.isEmpty()) {
            xml.writeEmptyElement(element);
            xml.writeAttribute("message", legal(verdict.toString()));
        }
        xml.writeEndElement();
    }

    private static String count(List<Verdict> verdicts, boolean strict, String element) {
        return String.valueOf(verdicts.stream()
                .filter(verdict -> element(verdict, strict).equals(element))
                .count());
    }

    private static String element(Verdict verdict, boolean strict) {
        return switch (verdict.judgement()) {
            case KEPT -> "";
            case UNDECIDED -> strict ? "failure" : "skipped";
            case BROKEN -> "failure";
        };
    }

    /** XML 1.0 has no way at all to write most control characters and half a surrogate pair. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
