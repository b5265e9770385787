package example;

import dev.slop.core.provider.Completion;
import dev.slop.core.provider.CompletionProvider;
import dev.slop.core.provider.CompletionProviderFactory;
import dev.slop.core.provider.Environment;
import dev.slop.core.provider.ProviderConfig;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Models that roll dice: {@code dice/6}, {@code dice/20}. The option {@code seed} makes them roll alike each time. */
public final class DiceProviderFactory implements CompletionProviderFactory {
    @Override
    public String id() {
        return "dice";
    }

    @Override
    public CompletionProvider create(ProviderConfig config, Environment environment) {
        long seed = Long.parseLong(config.options().getOrDefault("seed", "1"));
        return request -> {
            int sides = Integer.parseInt(request.key().model().name());
            int rolled = new SplittableRandom(seed + request.key().index()).nextInt(sides) + 1;
            return CompletableFuture.completedFuture(Completion.of(Integer.toString(rolled)));
        };
    }
}
