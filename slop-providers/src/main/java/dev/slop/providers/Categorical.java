package dev.slop.providers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A distribution over finitely many answers. */
final class Categorical {
    private final List<String> answers = new ArrayList<>();
    private final double[] cumulative;

    private Categorical(Map<String, Double> weights) {
        cumulative = new double[weights.size()];
        double sum = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            sum += entry.getValue();
            cumulative[answers.size()] = sum;
            answers.add(entry.getKey());
        }
    }

    /** Reads {@code Mango=10,Apple=5}; an answer without weight has weight 1. */
    static Categorical parse(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            String answer = (equals < 0 ? part : part.substring(0, equals)).strip();
            double weight = equals < 0 ? 1 : weight(part.substring(equals + 1).strip());
            if (answer.isEmpty() || weights.put(answer, weight) != null) {
                throw new IllegalArgumentException("an answer is empty or stands twice in '" + text + "'");
            }
        }
        return new Categorical(weights);
    }

    private static double weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            if (weight > 0 && weight < Double.POSITIVE_INFINITY) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Told below, like a weight out of range.
        }
        throw new IllegalArgumentException("a weight must be a positive number, not '" + text + "'");
    }

    /** Zipf's law: the k-th of {@code support} answers has a weight of k to the power −{@code exponent}. */
    static Categorical zipf(int support, double exponent) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int k = 1; k <= support; k++) {
            weights.put("answer " + k, Math.pow(k, -exponent));
        }
        return new Categorical(weights);
    }

    /** The answer at a point of [0, 1) of the cumulative distribution. */
    String at(double u) {
        double target = u * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return answers.get(low);
    }
}
