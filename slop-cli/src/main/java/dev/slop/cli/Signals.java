package dev.slop.cli;

import java.lang.reflect.Proxy;

/**
 * Signals of the process, by way of {@code sun.misc.Signal}: there is no other that tells a second Ctrl-C from the first.
 * Every JDK has it in {@code jdk.unsupported}, but the compiler warns of its name, hence by reflection.
 */
final class Signals {
    private final Class<?> signal;
    private final Class<?> handler;

    private Signals() throws ReflectiveOperationException {
        this.signal = Class.forName("sun.misc.Signal");
        this.handler = Class.forName("sun.misc.SignalHandler");
    }

    /**
     * Does something at each of a signal.
     *
     * @return puts things back; where the signal cannot be had, as under {@code -Xrs} or where the shell ignores it, nothing
     *     happens, and what the signal does by itself holds
     */
    static Runnable on(String name, Runnable action) {
        try {
            Signals signals = new Signals();
            Object previous = signals.handle(name, signals.calling(action));
            return () -> signals.handle(name, previous);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return () -> {};
        }
    }

    private Object calling(Runnable action) {
        return Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                    action.run();
                    // Of a method without a result it is ignored.
                    return proxy;
                });
    }

    private Object handle(String name, Object action) {
        try {
            Object named = signal.getConstructor(String.class).newInstance(name);
            return signal.getMethod("handle", signal, handler).invoke(null, named, action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("signal " + name + " cannot be handled", e);
        }
    }
}
