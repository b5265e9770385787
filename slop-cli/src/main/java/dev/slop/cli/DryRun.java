package dev.slop.cli;

import dev.slop.core.Experiment;
import dev.slop.core.ModelId;
import dev.slop.core.Sample;
import dev.slop.core.SampleKey;
import dev.slop.core.journal.JournalContents;
import dev.slop.core.journal.JournalReader;
import dev.slop.core.limits.PriceList;
import dev.slop.core.limits.Spent;
import dev.slop.core.sampling.Batches;
import dev.slop.core.sampling.BudgetCheck;
import dev.slop.core.sampling.PlanEstimate;
import dev.slop.core.sampling.SamplingPlan;
import dev.slop.report.EstimateJson;
import dev.slop.report.ModelCost;
import dev.slop.report.RunEstimate;
import dev.slop.report.RunFolder;
import dev.slop.report.stopping.ExperimentStopping;
import dev.slop.report.terminal.EstimateReport;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what a run is going to ask and take. Needs no key, sends nothing and writes nothing. */
final class DryRun {
    private final Console console;
    private final boolean json;

    DryRun(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Prints the estimate; throws afterwards if the budget cannot be kept. */
    int tell(Experiment experiment, RunFolder folder) {
        SamplingPlan plan = SamplingPlan.of(experiment);
        PriceList prices = Prices.of(experiment);
        Optional<JournalContents> journal =
                Files.exists(folder.journal()) ? Optional.of(JournalReader.read(folder.journal())) : Optional.empty();
        Map<SampleKey, Sample> answers =
                journal.map(contents -> contents.answersTo(plan.requests())).orElse(Map.of());
        Map<ModelId, Spent> spent = journal.map(JournalContents::spent).orElse(Map.of());
        Batches state = Batches.of(
                plan,
                ExperimentStopping.of(experiment),
                journal.map(contents -> contents.outcomesOf(plan.requests())).orElse(List.of()));
        SamplingPlan missing = state.open();
        RunEstimate estimate = new RunEstimate(
                state.planned(),
                PlanEstimate.of(experiment, missing, answers.values(), Providers.defaultLimits(experiment), prices),
                ModelCost.of(spent, prices),
                experiment.budget());
        console.out().print(json ? EstimateJson.text(estimate) : EstimateReport.render(estimate, console.style()));
        console.out().flush();
        if (experiment.mayStopEarly()) {
            console.message("these are the most: 'until' ends sampling where it is enough");
        }
        BudgetCheck.require(experiment.budget(), prices, missing, spent);
        return ExitCode.DONE;
    }
}
