package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which file uses which, and where that must end: at cycles and at chains that are too long.
///
/// What it answers depends on the files alone, not on the order of the questions. Its components
/// are those of Tarjan's algorithm, without recursion because files decide how deep it goes.
final class ModuleGraph {
  /// Modules in modules; compiled templates have about 10.
  static final int MAX_DEPTH = 100;

  private final Function<WorkspaceFile, List<Reference>> references;
  private final Map<WorkspaceFile, Node> nodes = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  ModuleGraph(Function<WorkspaceFile, List<Reference>> references) {
    this.references = references;
  }

  /// A use of a file by another one, and where it is written.
  record Reference(WorkspaceFile target, Location at) {}

  /// Files that reach each other; a single file is one too.
  private record Component(List<WorkspaceFile> files, int height) {}

  private static final class Node {
    private final WorkspaceFile file;
    private final int index;
    private final List<Reference> uses;
    private int next;
    private int low;
    private Optional<Component> component = Optional.empty();

    Node(WorkspaceFile file, int index, List<Reference> uses) {
      this.file = file;
      this.index = index;
      this.low = index;
      this.uses = uses;
    }
  }

  /// Why one file may not use another one; empty when it may.
  synchronized Optional<Diagnostic> obstacle(WorkspaceFile from, WorkspaceFile to, Location at) {
    Component user = component(from);
    Component used = component(to);
    if (user.equals(used)) {
      return Optional.of(cycle(user));
    }
    return used.height() < MAX_DEPTH
        ? Optional.empty()
        : Optional.of(
            Diagnostic.of(Kind.LIMIT, "files use each other more than " + MAX_DEPTH + " deep", at));
  }

  private Component component(WorkspaceFile file) {
    if (!nodes.containsKey(file)) {
      visit(file);
    }
    return node(file)
        .component
        .orElseThrow(() -> new IllegalStateException("the graph below " + file + " is open"));
  }

  private Node node(WorkspaceFile file) {
    return Optional.ofNullable(nodes.get(file))
        .orElseThrow(() -> new IllegalStateException(file + " is not in the graph"));
  }

  private void visit(WorkspaceFile start) {
    Deque<Node> path = new ArrayDeque<>();
    path.addLast(enter(start));
    while (!path.isEmpty()) {
      Node node = path.getLast();
      if (node.next < node.uses.size()) {
        WorkspaceFile used = node.uses.get(node.next++).target();
        if (!nodes.containsKey(used)) {
          path.addLast(enter(used));
        } else if (node(used).component.isEmpty()) {
          node.low = Math.min(node.low, node(used).index);
        }
      } else {
        path.removeLast();
        if (node.low == node.index) {
          close(node);
        } else {
          // Part of a cycle, so there is a node before it on the path.
          path.getLast().low = Math.min(path.getLast().low, node.low);
        }
      }
    }
  }

  private Node enter(WorkspaceFile file) {
    Node node = new Node(file, nodes.size(), references.apply(file));
    nodes.put(file, node);
    open.push(node);
    return node;
  }

  /// Makes a component of all that was entered since a node; what they use is closed already.
  private void close(Node root) {
    List<Node> members = new ArrayList<>();
    Node member;
    do {
      member = open.pop();
      members.add(member);
    } while (!member.file.equals(root.file));
    int below =
        members.stream()
            .flatMap(each -> each.uses.stream())
            .flatMap(use -> node(use.target()).component.stream())
            .mapToInt(Component::height)
            .filter(height -> height < MAX_DEPTH)
            .max()
            .orElse(0);
    List<WorkspaceFile> files =
        members.stream()
            .map(each -> each.file)
            .sorted(Comparator.comparing(WorkspaceFile::shown))
            .toList();
    Optional<Component> component = Optional.of(new Component(files, below + 1));
    members.forEach(each -> each.component = component);
  }

  /// The same diagnostic for every file of the cycle, so that it is reported once.
  private Diagnostic cycle(Component component) {
    WorkspaceFile first = component.files().getFirst();
    List<WorkspaceFile> chain = shortestWayBack(first);
    String names =
        chain.stream().map(file -> "`" + file.shown() + "`").collect(Collectors.joining(" -> "));
    Location at =
        node(first).uses.stream()
            .filter(use -> use.target().equals(chain.get(1)))
            .map(Reference::at)
            .findFirst()
            .orElse(new Location.WholeFile(first.shown()));
    return Diagnostic.of(Kind.SEMANTIC, "these files use each other in a circle: " + names, at);
  }

  private List<WorkspaceFile> shortestWayBack(WorkspaceFile first) {
    Map<WorkspaceFile, WorkspaceFile> cameFrom = new HashMap<>();
    Deque<WorkspaceFile> queue = new ArrayDeque<>(List.of(first));
    while (!queue.isEmpty() && !cameFrom.containsKey(first)) {
      WorkspaceFile from = queue.remove();
      for (Reference use : node(from).uses) {
        if (cameFrom.putIfAbsent(use.target(), from) == null) {
          queue.add(use.target());
        }
      }
    }
    Deque<WorkspaceFile> chain = new ArrayDeque<>(List.of(first));
    WorkspaceFile at = first;
    do {
      at = cameFrom.getOrDefault(at, first);
      chain.addFirst(at);
    } while (!at.equals(first));
    return List.copyOf(chain);
  }
}
