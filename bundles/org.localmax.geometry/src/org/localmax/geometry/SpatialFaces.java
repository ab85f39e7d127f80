package org.localmax.geometry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The vertices, edges and polygons of a hull in space, and how they meet. */
final class SpatialFaces {

    /** Ascending token numbers. */
    private final int[] vertices;

    private final List<int[]> edges;
    private final List<int[]> polygons;

    /** For each vertex, by position, those that it is joined to, as token numbers. */
    private final int[][] neighbours;

    private SpatialFaces(int[] vertices, List<int[]> edges, List<int[]> polygons) {
        this.vertices = vertices;
        this.edges = edges;
        this.polygons = polygons;
        int[] degrees = new int[vertices.length];
        for (int[] edge : edges) {
            degrees[position(edge[0])]++;
            degrees[position(edge[1])]++;
        }
        neighbours = Arrays.stream(degrees).mapToObj(int[]::new).toArray(int[][]::new);
        for (int[] edge : edges) {
            neighbours[position(edge[0])][--degrees[position(edge[0])]] = edge[1];
            neighbours[position(edge[1])][--degrees[position(edge[1])]] = edge[0];
        }
    }

    static SpatialFaces ofPoint(int token) {
        return new SpatialFaces(new int[] {token}, List.of(), List.of());
    }

    static SpatialFaces ofSegment(int a, int b) {
        int[] edge = {Math.min(a, b), Math.max(a, b)};
        return new SpatialFaces(edge, List.<int[]>of(edge), List.of());
    }

    /** A flat polygon given by its ring. */
    static SpatialFaces ofPolygon(int[] ring) {
        int[] vertices = IntStream.of(ring).sorted().toArray();
        List<int[]> edges = new ArrayList<>();
        for (int k = 0; k < ring.length; k++) {
            int a = ring[k];
            int b = ring[(k + 1) % ring.length];
            edges.add(new int[] {Math.min(a, b), Math.max(a, b)});
        }
        return new SpatialFaces(vertices, edges, List.<int[]>of(fromLeast(ring)));
    }

    /**
     * The faces of a body. Triangles in one plane that meet in an edge are one polygon. Of the ends of the edges that are left,
     * those of two edges only lie inside an edge.
     *
     * @param triangles its boundary, each of facet 0
     */
    static SpatialFaces of(List<Triangle> triangles) {
        triangles.forEach(triangle -> triangle.setFacet(-1));
        List<List<Triangle>> facets = new ArrayList<>();
        for (Triangle triangle : triangles) {
            if (triangle.facet() < 0) {
                facets.add(coplanar(triangle, facets.size()));
            }
        }
        TreeMap<Integer, Integer> degrees = new TreeMap<>();
        for (Triangle triangle : triangles) {
            for (int k = 0; k < 3; k++) {
                if (isBoundary(triangle, k)) {
                    degrees.merge(triangle.corner(k), 1, Integer::sum);
                }
            }
        }
        degrees.values().removeIf(degree -> degree < 3);
        int[] vertices = degrees.keySet().stream().mapToInt(Integer::intValue).toArray();
        List<int[]> polygons = new ArrayList<>();
        List<int[]> edges = new ArrayList<>();
        for (List<Triangle> facet : facets) {
            int[] ring = ring(facet, vertices);
            polygons.add(fromLeast(ring));
            for (int k = 0; k < ring.length; k++) {
                int next = ring[(k + 1) % ring.length];
                if (ring[k] < next) {
                    edges.add(new int[] {ring[k], next});
                }
            }
        }
        polygons.sort(Arrays::compare);
        return new SpatialFaces(vertices, edges, polygons);
    }

    private static List<Triangle> coplanar(Triangle start, int number) {
        List<Triangle> facet = new ArrayList<>();
        ArrayDeque<Triangle> toVisit = new ArrayDeque<>();
        start.setFacet(number);
        toVisit.push(start);
        while (!toVisit.isEmpty()) {
            Triangle triangle = toVisit.pop();
            facet.add(triangle);
            for (int k = 0; k < 3; k++) {
                Triangle neighbour = triangle.across(k);
                if (neighbour.facet() < 0 && triangle.isCoplanar(k)) {
                    neighbour.setFacet(number);
                    toVisit.push(neighbour);
                }
            }
        }
        return facet;
    }

    private static boolean isBoundary(Triangle triangle, int k) {
        return triangle.facet() != triangle.across(k).facet();
    }

    /** The boundary of a facet, counter-clockwise, without what is no vertex. */
    private static int[] ring(List<Triangle> facet, int[] vertices) {
        TreeMap<Integer, Integer> next = new TreeMap<>();
        for (Triangle triangle : facet) {
            for (int k = 0; k < 3; k++) {
                if (isBoundary(triangle, k)) {
                    next.put(triangle.corner(k), triangle.corner(k + 1));
                }
            }
        }
        return IntStream.iterate(next.firstKey(), next::get)
                .limit(next.size())
                .filter(corner -> Arrays.binarySearch(vertices, corner) >= 0)
                .toArray();
    }

    private static int[] fromLeast(int[] ring) {
        int least = 0;
        for (int k = 1; k < ring.length; k++) {
            least = ring[k] < ring[least] ? k : least;
        }
        int[] turned = new int[ring.length];
        for (int k = 0; k < ring.length; k++) {
            turned[k] = ring[(least + k) % ring.length];
        }
        return turned;
    }

    /** The number of vertices. */
    int count() {
        return vertices.length;
    }

    int[] vertices() {
        return vertices.clone();
    }

    /** The position of a token among the vertices. */
    int position(int token) {
        return Arrays.binarySearch(vertices, token);
    }

    List<int[]> edges() {
        return edges;
    }

    List<int[]> polygons() {
        return polygons;
    }

    int[] neighbours(int token) {
        return neighbours[position(token)].clone();
    }

    /** All faces, with the body itself if there is one. */
    List<Face> all() {
        List<Face> all = new ArrayList<>();
        for (int vertex : vertices) {
            all.add(new Face(0, vertex));
        }
        edges.forEach(edge -> all.add(new Face(1, edge.clone())));
        polygons.forEach(polygon -> all.add(new Face(2, polygon.clone())));
        if (polygons.size() > 1) {
            all.add(new Face(3, vertices()));
        }
        return all;
    }
}
