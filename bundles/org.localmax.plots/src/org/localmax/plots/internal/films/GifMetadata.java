package org.localmax.plots.internal.films;

import java.awt.image.IndexColorModel;
import javax.imageio.IIOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** What stands beside the pixels in an animated GIF (GIF89a, CompuServe 1990; repetition by Netscape's extension). */
final class GifMetadata {

    private final ImageWriter writer;

    GifMetadata(ImageWriter writer) {
        this.writer = writer;
    }

    /** Of the whole film: its size and colours. */
    IIOMetadata film(int width, int height, IndexColorModel colours) throws IIOException {
        IIOMetadataNode screen = node(
                "LogicalScreenDescriptor",
                "logicalScreenWidth",
                width,
                "logicalScreenHeight",
                height,
                "colorResolution",
                8,
                "pixelAspectRatio",
                0);
        IIOMetadataNode table = node(
                "GlobalColorTable",
                "sizeOfGlobalColorTable",
                Palette.SIZE,
                "backgroundColorIndex",
                0,
                "sortFlag",
                "FALSE");
        for (int i = 0; i < Palette.SIZE; i++) {
            table.appendChild(node(
                    "ColorTableEntry",
                    "index",
                    i,
                    "red",
                    colours.getRed(i),
                    "green",
                    colours.getGreen(i),
                    "blue",
                    colours.getBlue(i)));
        }
        return filled(writer.getDefaultStreamMetadata(null), node("Version", "value", "89a"), screen, table);
    }

    /** Of a frame that is drawn over those before. */
    IIOMetadata frame(ImageTypeSpecifier type, ChangedRectangle place, int delay, boolean isFirst) throws IIOException {
        IIOMetadataNode descriptor = node(
                "ImageDescriptor",
                "imageLeftPosition",
                place.x(),
                "imageTopPosition",
                place.y(),
                "imageWidth",
                place.width(),
                "imageHeight",
                place.height(),
                "interlaceFlag",
                "FALSE");
        IIOMetadataNode control = node(
                "GraphicControlExtension",
                "disposalMethod",
                "doNotDispose",
                "userInputFlag",
                "FALSE",
                "transparentColorFlag",
                "FALSE",
                "delayTime",
                delay,
                "transparentColorIndex",
                0);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
        return isFirst
                ? filled(metadata, descriptor, control, endlessRepetition())
                : filled(metadata, descriptor, control);
    }

    private static IIOMetadataNode endlessRepetition() {
        IIOMetadataNode extension =
                node("ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }

    private static IIOMetadataNode node(String name, Object... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
        return node;
    }

    private static IIOMetadata filled(IIOMetadata metadata, IIOMetadataNode... parts) throws IIOInvalidTreeException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = new IIOMetadataNode(format);
        for (IIOMetadataNode part : parts) {
            root.appendChild(part);
        }
        metadata.setFromTree(format, root);
        return metadata;
    }
}
