package dev.slop.cli;

/** What the command's exit codes mean. */
final class ExitCode {
    /** All that was asked for was done. */
    static final int DONE = 0;

    /** A number breaks a threshold of {@code slop check}. */
    static final int GATE_NOT_MET = 1;

    /** The command line, an experiment or an input file has to be put right. */
    static final int USAGE = 2;

    /** Some samples failed or were left; what there is was reported. */
    static final int PARTLY_DONE = 3;

    /** Nothing was had: no key, no quota, no server. */
    static final int NOTHING_DONE = 4;

    /** Interrupted; the same command resumes. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
