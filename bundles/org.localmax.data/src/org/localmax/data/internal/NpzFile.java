package org.localmax.data.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.localmax.data.DataException;

/** An NPZ file open for reading: a zip archive of NPY arrays. Compressed arrays are inflated once, into a temporary file. */
public final class NpzFile implements Closeable {

    /** No byte of deflated data stands for more than this many. */
    private static final long GREATEST_RATIO = 1100;

    private static final String SUFFIX = ".npy";

    private final Path file;
    private final FileChannel channel;
    private final List<FileChannel> spools = new ArrayList<>();
    private Map<String, ZipDirectory.Entry> entries = Map.of();

    private NpzFile(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file);
    }

    public static NpzFile open(Path file) throws IOException, DataException {
        NpzFile npz = new NpzFile(file);
        try {
            npz.entries = ZipDirectory.read(npz.channel, Origin.of(file));
            return npz;
        } catch (IOException | DataException | RuntimeException e) {
            npz.channel.close();
            throw e;
        }
    }

    /** The array of a name, as long as this file is open. */
    public NpyArray array(String name) throws IOException, DataException {
        Origin origin = Origin.array(file, name);
        ZipDirectory.Entry entry = entries.get(name + SUFFIX);
        if (entry == null) {
            throw origin.problem("is not there; expected it among the arrays, which are " + entries.keySet());
        }
        long start = ZipDirectory.dataOffset(channel, entry, origin);
        switch (entry.method()) {
            case ZipDirectory.STORED -> {
                return NpyArray.open(channel, start, entry.compressed(), origin);
            }
            case ZipDirectory.DEFLATED -> {
                return NpyArray.open(inflated(entry, start, origin), 0, entry.size(), origin);
            }
            default ->
                throw origin.problem(
                        "is encrypted or compressed in an unknown way; expected numpy.savez or savez_compressed");
        }
    }

    private FileChannel inflated(ZipDirectory.Entry entry, long start, Origin origin)
            throws IOException, DataException {
        if (entry.size() < 0 || entry.size() / GREATEST_RATIO > entry.compressed()) {
            throw origin.problem(
                    "claims " + entry.size() + " bytes out of " + entry.compressed() + "; expected a whole NPZ file");
        }
        FileChannel spool = FileChannel.open(
                Files.createTempFile("localmax", SUFFIX),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        spools.add(spool);
        CRC32 crc = new CRC32();
        Inflater inflater = new Inflater(true);
        channel.position(start);
        // not closed: the stream's channel is this file's
        InputStream in = new InflaterInputStream(Channels.newInputStream(channel), inflater);
        try {
            byte[] chunk = new byte[1 << 16];
            long done = 0;
            for (int read = in.read(chunk); read >= 0 && done <= entry.size(); read = in.read(chunk)) {
                crc.update(chunk, 0, read);
                Bytes.write(ByteBuffer.wrap(chunk, 0, read), spool, done);
                done += read;
            }
            if (done != entry.size() || crc.getValue() != entry.crc()) {
                throw origin.problem("does not match its checksum; expected a whole NPZ file");
            }
            return spool;
        } catch (ZipException | EOFException _) {
            throw origin.problem("has damaged compressed data; expected a whole NPZ file");
        } finally {
            inflater.end();
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel spool : spools) {
            spool.close();
        }
        channel.close();
    }
}
