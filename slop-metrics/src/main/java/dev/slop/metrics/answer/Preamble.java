package dev.slop.metrics.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model says before the answer. Only the first {@value #LONGEST} characters are looked at. */
final class Preamble {
    private static final int LONGEST = 200;
    /** "I'd pick" begins an answer in a sentence; in a longer text it may be the text. */
    private static final int LONGEST_SENTENCE = 60;

    private static final String START = "[^\\p{L}\\p{N}]{0,8}+";

    private static final Pattern INTERJECTION = pattern(
            START
                    + "(?:sure thing|sure|certainly|of course|absolutely|definitely|okay|ok|alright|all right|gladly|no problem"
                    + "|great question|happy to help|with pleasure"
                    + "|bien sûr|d'accord|avec plaisir|klar|natürlich|gerne|claro que sí|claro|por supuesto|certo|certamente"
                    + "|com certeza|конечно|当然可以|当然|好的|もちろんです|もちろん)"
                    + "(?:\\s?[,!.:;~]|\\s-|[，。！：])(?:[^\\p{L}\\p{N}\"'(\\[#*-]{1,8}|(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]))");

    private static final String LEAD = START
            + "(?:(?:so|well|and)[, ]{1,2})?"
            + "(?:here's|here is|here are|here you go|here goes|this is|let me share|let me tell you|i(?:'ve| have) got"
            + "|my answer is|my (?:pick|choice) is|the answer is"
            + "|voici|voilà|hier ist|hier sind|hier kommt|aquí tienes|aquí está|aquí hay|aquí va|ecco|aqui está|aqui vai"
            + "|вот|这是|这里是|以下是|给你|こちら|以下)";

    private static final Pattern LEAD_TO_COLON = pattern(LEAD + "[^\\n:：]{0,120}[:：]\\s{0,8}");
    private static final Pattern LEAD_LINE =
            pattern("(?!" + START + "this is)" + LEAD + "[^\\n:：]{0,60}[.!]?[^\\p{L}\\p{N}\\n]{0,8}\\n\\s{0,8}");

    private static final Pattern SENTENCE = pattern(START
            + "(?:i(?:'d| would| will|'ll)? (?:pick|choose|say|select|go with|suggest|recommend)|how about"
            + "|my (?:answer|pick|choice) is|(?:the|my|your|a)(?: \\p{L}{1,20}){0,3} is|let's go with)\\s{1,3}");

    private Preamble() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex.replace("'", "['’]"), CASE_INSENSITIVE | UNICODE_CASE);
    }

    static String strip(String text) {
        int from = skip(INTERJECTION, text, 0);
        int lead = skip(LEAD_TO_COLON, text, from);
        lead = lead == from ? skip(LEAD_LINE, text, from) : lead;
        if (text.length() - lead <= LONGEST_SENTENCE) {
            lead = skip(SENTENCE, text, lead);
        }
        return lead == 0 ? text : text.substring(lead);
    }

    private static int skip(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text);
        matcher.region(from, Math.min(text.length(), from + LONGEST));
        boolean leavesAnswer = matcher.lookingAt() && hasWord(text, matcher.end());
        return leavesAnswer ? matcher.end() : from;
    }

    private static boolean hasWord(String text, int from) {
        return !CodePoints.isBlank(Punctuation.strip(text.substring(from)));
    }
}
