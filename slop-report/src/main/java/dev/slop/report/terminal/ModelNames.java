package dev.slop.report.terminal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Short names of models for tables: without the provider where no two models then look alike. */
final class ModelNames {
    private final Page page;
    private final boolean provider;

    ModelNames(Page page, List<String> models) {
        this.page = page;
        Set<String> seen = new HashSet<>();
        this.provider = !models.stream().map(ModelNames::withoutProvider).allMatch(seen::add);
    }

    private static String withoutProvider(String model) {
        String rest = model.substring(model.indexOf('/') + 1);
        return rest.isBlank() ? model : rest;
    }

    String one(String model, int columns) {
        return page.safe(provider ? model : withoutProvider(model), columns);
    }

    /** The longer name gives way first. */
    String pair(String a, String b, int columns) {
        String times = page.symbols().times();
        int left = columns - DisplayWidth.of(times);
        String wholeA = one(a, left);
        String wholeB = one(b, left);
        int half = left / 2;
        int forA = Math.max(half, left - DisplayWidth.of(wholeB));
        int forB = Math.max(left - half, left - DisplayWidth.of(wholeA));
        return one(a, forA) + times + one(b, forB);
    }
}
