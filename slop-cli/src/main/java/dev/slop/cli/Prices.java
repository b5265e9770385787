package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.config.PriceFile;
import dev.slop.core.limits.Price;
import dev.slop.core.limits.PriceList;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.ProviderConfig;
import java.util.Map;
import java.util.TreeMap;

/** What an experiment's models cost: as the user states it, nothing where nobody bills, else as slop ships it. */
final class Prices {
    private Prices() {}

    static PriceList of(Experiment experiment) {
        PriceList stated = experiment.prices().map(PriceFile::read).orElse(PriceList.none());
        return stated.or(free(experiment)).or(shipped(experiment));
    }

    private static PriceList free(Experiment experiment) {
        Map<String, CompletionProviderFactory> factories = Providers.factories();
        Map<String, Price> rows = new TreeMap<>();
        for (ModelId model : experiment.models()) {
            String type = config(experiment, model.provider()).type();
            if (factories.containsKey(type) && factories.get(type).isFree()) {
                rows.put(model.provider() + "/*", Price.free("nobody bills what " + type + " answers"));
            }
        }
        return PriceList.of(rows);
    }

    /** A provider's prices are not those of another server that is called the same. */
    private static PriceList shipped(Experiment experiment) {
        PriceList shipped = PriceFile.shipped();
        for (String provider : experiment.providers().keySet()) {
            ProviderConfig config = config(experiment, provider);
            if (!config.type().equals(provider) || config.baseUrl().isPresent()) {
                shipped = shipped.without(provider);
            }
        }
        return shipped;
    }

    private static ProviderConfig config(Experiment experiment, String provider) {
        return experiment.providers().getOrDefault(provider, ProviderConfig.of(provider));
    }
}
