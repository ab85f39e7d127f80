package org.localmax.benchmarks;

import java.util.List;

/**
 * Which rows are wanted.
 *
 * @param words what the name of a row must contain, all of them, as whole words; none for every row
 */
record Selection(List<String> words) {

    boolean includes(String name) {
        return List.of(name.split("[\\s,:]+")).containsAll(words);
    }
}
