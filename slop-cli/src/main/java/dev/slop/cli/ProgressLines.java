package dev.slop.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns how far the models are into lines, one for each. */
final class ProgressLines {
    private ProgressLines() {}

    /** Lines that fit a width; of more models than there are rows, the last row tells how many. */
    static List<String> of(List<LaneProgress> lanes, Instant now, int columns, int rows) {
        int name = lanes.stream()
                .mapToInt(lane -> lane.model().toString().length())
                .max()
                .orElse(0);
        boolean all = lanes.size() <= rows;
        List<String> lines = new ArrayList<>();
        for (LaneProgress lane : lanes.subList(0, all ? lanes.size() : rows - 1)) {
            lines.add(cut(line(lane, name, now), columns));
        }
        if (!all) {
            lines.add(cut("and " + (lanes.size() - rows + 1) + " more models", columns));
        }
        return lines;
    }

    private static String line(LaneProgress lane, int name, Instant now) {
        String model = String.format(Locale.ROOT, "%-" + name + "s", lane.model());
        return model + "  " + count(lane) + state(lane, now);
    }

    private static String count(LaneProgress lane) {
        String done = lane.done() + "/" + lane.planned();
        return lane.failed() == 0 ? done : done + " (" + lane.failed() + " failed)";
    }

    private static String state(LaneProgress lane, Instant now) {
        if (lane.stopped().isPresent()) {
            return ", given up: " + lane.stopped().get();
        }
        if (lane.done() == lane.planned()) {
            return ", done" + tokens(lane);
        }
        String paused = lane.pausedUntil()
                .filter(until -> until.isAfter(now))
                .map(until -> ", paused for " + time(Duration.between(now, until)))
                .orElse("");
        return ", " + lane.inFlight() + " in flight" + paused + pace(lane) + tokens(lane);
    }

    private static String pace(LaneProgress lane) {
        if (lane.perSecond() <= 0) {
            return "";
        }
        String rate = lane.perSecond() >= 1
                ? String.format(Locale.ROOT, "%.1f/s", lane.perSecond())
                : String.format(Locale.ROOT, "%.1f/min", lane.perSecond() * 60);
        double seconds = Math.min((lane.planned() - lane.done()) / lane.perSecond(), Integer.MAX_VALUE);
        return ", " + rate + ", " + time(Duration.ofSeconds((long) Math.ceil(seconds))) + " left";
    }

    private static String tokens(LaneProgress lane) {
        return lane.tokens() == 0 ? "" : String.format(Locale.ROOT, ", %,d tokens", lane.tokens());
    }

    /** Rounded up to the second: nobody is told that a wait is over before it is. */
    static String time(Duration duration) {
        long seconds = duration.plusNanos(999_999_999).toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    static String cut(String line, int columns) {
        String clean = line.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return clean.length() <= columns ? clean : clean.substring(0, Math.max(0, columns - 1)) + "…";
    }
}
