package org.localmax.experiments.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Software;
import org.localmax.solver.Algorithm;

/** One text for all that the bits of a result depend on: two runs of the same identity give the same bytes. */
public final class PlanIdentity {

    private static final int CHUNK = 1 << 13;

    private PlanIdentity() {}

    /**
     * The SHA-256 of a plan, its tokens, the version of this program and, for rules that decide nothing, the algorithm.
     *
     * @param algorithm that of the run
     */
    public static String of(RunPlan plan, Algorithm algorithm) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        boolean isSelective = plan.dynamics().rule() instanceof AttentionRule.Selective;
        // a plan in exact arithmetic says so in its document, with its fractions
        String text = Software.VERSION + " " + (isSelective ? "" : algorithm.text()) + " " + PlanDocument.of(plan);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        update(digest, plan.tokens());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Tokens tokens) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Double.BYTES);
        for (double value : tokens.rows()) {
            chunk.putDouble(value);
            if (!chunk.hasRemaining()) {
                digest.update(chunk.flip());
                chunk.clear();
            }
        }
        digest.update(chunk.flip());
    }
}
