package org.localmax.data;

import com.google.gson.JsonObject;
import org.localmax.dynamics.Tokens;

/**
 * What it takes to go on with a run, besides the files written so far.
 *
 * @param document what the run wrote, to be read by it alone
 * @param tokens where the tokens are
 */
public record Checkpoint(JsonObject document, Tokens tokens) {}
