package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.comparisons.ComparisonFolder;

/**
 * What can be asked for of a comparison or a sweep; read away from the UI thread.
 *
 * @param offers its figures; none if it cannot be read
 * @param extent of a comparison, what may be chosen
 * @param failure why it cannot be read; empty if it can
 */
record ResultContents(List<FigureWish.Offer> offers, Optional<Extent> extent, String failure) {

    /**
     * What may be chosen of the runs of a comparison.
     *
     * @param dimension of their tokens
     * @param last t of their last record
     */
    record Extent(int dimension, int last) {}

    /** @param document {@code comparison.json} or {@code sweep.json} */
    static ResultContents read(Path document) {
        Path folder = document.getParent();
        try {
            return document.getFileName().toString().equals(ComparisonFolder.DOCUMENT)
                    ? new ResultContents(FigureOffers.ofComparison(folder), Optional.of(extent(folder)), "")
                    : new ResultContents(FigureOffers.ofSweep(folder), Optional.empty(), "");
        } catch (DataException e) {
            return new ResultContents(List.of(), Optional.empty(), e.getMessage());
        }
    }

    private static Extent extent(Path folder) throws DataException {
        try (RecordedRun run =
                RecordedRun.open(ComparisonFolder.capsules(folder).getFirst())) {
            return new Extent(run.plan().tokens().dimension(), (int) run.step(run.records() - 1));
        }
    }
}
