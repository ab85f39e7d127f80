package org.localmax.batch;

/** How a command ended, as scripts see it. */
enum ExitCode {
    DONE(0, "done"),
    USAGE(2, "the command line is wrong"),
    BAD_INPUT(3, "an input file is wrong"),
    SOME_FAILED(4, "some runs failed"),
    CANCELLED(5, "cancelled; can be resumed"),
    DIFFERS(6, "a verification or two runs differ, or a monitor is red"),
    INTERNAL_ERROR(70, "internal error");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
