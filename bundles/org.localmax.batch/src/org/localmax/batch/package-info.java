/** The command line: arguments in, exit code out. Each verb is a picocli command of its own. */
package org.localmax.batch;
