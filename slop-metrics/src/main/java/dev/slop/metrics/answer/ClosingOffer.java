package dev.slop.metrics.answer;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model offers after the answer: the last sentences while each of them begins like an offer. */
final class ClosingOffer {
    private static final int MOST_SENTENCES = 4;
    private static final int LONGEST = 400;

    private static final Pattern OFFER = Pattern.compile(
            ("[^\\p{L}\\p{N}]{0,8}+(?:and |or |but |so |just |also,? )?"
                            + "(?:(?:do you |did you )?(?:want|need|fancy)(?: to)?(?: hear| see| try)?"
                            + " (?:another|any more|anything|more|one more|me to|some more|a different|a few more|others?)"
                            + "|would you (?:like|want|prefer|care)|do you (?:want|need) (?:another|me|more)"
                            + "|(?:please )?(?:just )?let me know\\b|(?:please )?feel free\\b"
                            + "|if you(?:'d like|'d prefer| would like| want| need| prefer|'re (?:looking|interested))"
                            + "|(?:shall|should|can|may) i (?:tell|give|share|pick|choose|write|help|try|generate|suggest|do)"
                            + "|(?:how|what) about another|care for (?:another|more)|interested in (?:another|more|hearing)"
                            + "|(?:i )?hope (?:this|that|it|you)\\b|is there (?:anything|something) else|anything else"
                            + "|ready for (?:another|more)|(?:i'm |i am |i'd be )?(?:happy|glad) to (?:help|share|tell|give|provide)"
                            + "|i(?:'ve| have) got (?:plenty|more|lots|many)|i can (?:also )?(?:give|tell|share|write|provide|offer|suggest)"
                            + "|enjoy[!.]|happy to (?:help|share)|got (?:any|another)"
                            + "|möchtest du|willst du noch|soll ich|lass mich wissen|sag bescheid"
                            + "|voulez-vous|veux-tu|souhaitez-vous|tu en veux|dites-moi si|dis-moi si"
                            + "|¿?(?:quieres|te gustaría|quiere) (?:que|otr|más|escuchar|oír)|avísame"
                            + "|vuoi (?:sentir|un|che|altr)|fammi sapere|quer (?:ouvir|mais|outr|que)|gostaria de"
                            + "|хотите|хочешь|дай(?:те)? знать|想再|想听|还想|还要|需要我|要不要|要再|もっと|他に|別の)")
                    .replace("'", "['’]"),
            CASE_INSENSITIVE | UNICODE_CASE);

    private ClosingOffer() {}

    static String strip(String text) {
        int end = text.length();
        for (int i = 0; i < MOST_SENTENCES; i++) {
            int start = lastSentence(text, end);
            if (start <= 0 || !isOffer(text, start, end)) {
                break;
            }
            end = start;
        }
        return end < text.length() ? text.substring(0, end).stripTrailing() : text;
    }

    private static boolean isOffer(String text, int start, int end) {
        Matcher matcher = OFFER.matcher(text).region(start, end);
        return matcher.lookingAt() && !CodePoints.isBlank(Punctuation.strip(text.substring(0, start)));
    }

    /** Where the last sentence or line before {@code end} begins; 0 where it is the only one, -1 where it is too long. */
    private static int lastSentence(String text, int end) {
        int last = lastWord(text, end);
        for (int i = last; i > 0; i--) {
            if (last - i > LONGEST) {
                return -1;
            }
            if (endsSentence(text, i - 1)) {
                return i;
            }
        }
        return 0;
    }

    private static int lastWord(String text, int end) {
        int at = end - 1;
        while (at > 0 && !Character.isLetterOrDigit(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /* "e.g. a pun" does not end a sentence: one letter stands before the point. */
    private static boolean endsSentence(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '。', '！', '？' -> true;
            case '!', '?' -> CodePoints.isSpace(text.charAt(at + 1)) || CodePoints.isUnspaced(text.charAt(at + 1));
            case '.' ->
                CodePoints.isSpace(text.charAt(at + 1))
                        && !(at > 1
                                && Character.isLetter(text.charAt(at - 1))
                                && !Character.isLetter(text.charAt(at - 2)));
            default -> false;
        };
    }
}
