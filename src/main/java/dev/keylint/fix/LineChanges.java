package dev.keylint.fix;

import java.util.ArrayList;
import java.util.List;

/// Which lines have to go and come to make one text of another: the shortest way, after Myers.
final class LineChanges {
  /// Beyond so many lines in the way of a shorter answer, all that lies between becomes one change.
  private static final int MOST = 2_000;

  private LineChanges() {}

  /// Lines of the old text that become lines of the new one; either may be none.
  record Change(int start, int end, int newStart, int newEnd) {}

  /// A text in lines, each with its line feed, which is where patches break lines.
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  static List<Change> of(List<String> before, List<String> after) {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<String> old = before.subList(head, before.size() - tail);
    List<String> now = after.subList(head, after.size() - tail);
    if (old.isEmpty() && now.isEmpty()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    for (Change it : between(old, now)) {
      changes.add(
          new Change(it.start() + head, it.end() + head, it.newStart() + head, it.newEnd() + head));
    }
    return changes;
  }

  private static List<Change> between(List<String> old, List<String> now) {
    int most = Math.min(old.size() + now.size(), MOST);
    int[] furthest = new int[2 * most + 3];
    List<int[]> rounds = new ArrayList<>();
    for (int edits = 0; edits <= most; edits++) {
      rounds.add(furthest.clone());
      for (int k = -edits; k <= edits; k += 2) {
        boolean down = k == -edits || (k != edits && furthest[most + k] < furthest[most + k + 2]);
        int x = down ? furthest[most + k + 2] : furthest[most + k] + 1;
        while (x < old.size() && x - k < now.size() && old.get(x).equals(now.get(x - k))) {
          x++;
        }
        furthest[most + k + 1] = x;
        if (x >= old.size() && x - k >= now.size()) {
          return joined(back(rounds, old.size(), now.size(), most));
        }
      }
    }
    return List.of(new Change(0, old.size(), 0, now.size()));
  }

  /// The single steps, the first one first.
  private static List<Change> back(List<int[]> rounds, int oldSize, int newSize, int most) {
    List<Change> steps = new ArrayList<>();
    int x = oldSize;
    int y = newSize;
    for (int edits = rounds.size() - 1; edits > 0; edits--) {
      int[] furthest = rounds.get(edits);
      int k = x - y;
      boolean down = k == -edits || (k != edits && furthest[most + k] < furthest[most + k + 2]);
      int before = down ? k + 1 : k - 1;
      int fromX = furthest[most + before + 1];
      int fromY = fromX - before;
      steps.addFirst(
          down
              ? new Change(fromX, fromX, fromY, fromY + 1)
              : new Change(fromX, fromX + 1, fromY, fromY));
      x = fromX;
      y = fromY;
    }
    return steps;
  }

  private static List<Change> joined(List<Change> steps) {
    List<Change> joined = new ArrayList<>();
    for (Change step : steps) {
      boolean follows =
          !joined.isEmpty()
              && joined.getLast().end() == step.start()
              && joined.getLast().newEnd() == step.newStart();
      if (follows) {
        Change last = joined.removeLast();
        joined.add(new Change(last.start(), step.end(), last.newStart(), step.newEnd()));
      } else {
        joined.add(step);
      }
    }
    return joined;
  }
}
