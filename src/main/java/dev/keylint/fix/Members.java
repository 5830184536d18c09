package dev.keylint.fix;

import dev.keylint.text.Span;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The members of an object or the items of an array, of which some come and go.
///
/// @param braces the whole, with its braces
/// @param all the members in order, without what stands between them
/// @param crowded whether the whole begins on the line that what is around it begins on, so that it
///   had better stay on that line
/// @param next where the first thing behind the last member begins that is no member
record Members(
    String text,
    Written language,
    Span braces,
    List<Span> all,
    boolean crowded,
    Optional<Integer> next) {
  Members {
    all = List.copyOf(all);
  }

  /// A new member behind the last one.
  List<Splice> add(String name, Value value) {
    return add(indent -> language.member(name, value, indent, Layout.of(text)));
  }

  /// What is written by this comes to stand behind the last member.
  ///
  /// @param written takes the indent of the line that it begins on; empty for one line only
  List<Splice> add(Function<Optional<String>, String> written) {
    return all.isEmpty() ? first(written) : behindLast(written);
  }

  private List<Splice> behindLast(Function<Optional<String>, String> written) {
    Layout layout = Layout.of(text);
    Span last = all.getLast();
    Gap gap = Gap.of(text, last.end(), end());
    if (gap.lineEnd().isEmpty()) {
      return List.of(Splice.insert(last.end(), ", " + written.apply(Optional.empty())));
    }
    String indent =
        layout.isFirst(last.start())
            ? layout.indent(last.start())
            : layout.indent(braces.start()) + layout.unit();
    String line = layout.lineEnd() + indent + written.apply(Optional.of(indent));
    int at = gap.lineEnd().getAsInt();
    if (language.comma().isEmpty()) {
      return List.of(Splice.insert(at, line));
    }
    if (gap.comma().isPresent()) {
      int behind = gap.hasCommaInLine() ? at : gap.comma().getAsInt() + 1;
      return List.of(Splice.insert(behind, line + language.comma()));
    }
    return at == last.end()
        ? List.of(Splice.insert(at, language.comma() + line))
        : List.of(Splice.insert(last.end(), language.comma()), Splice.insert(at, line));
  }

  private List<Splice> first(Function<Optional<String>, String> written) {
    Layout layout = Layout.of(text);
    int open = braces.start() + 1;
    String inner = text.substring(open, close());
    Gap gap = Gap.of(text, open, close());
    String outer = layout.indent(gap.lineEnd().isPresent() ? close() : braces.start());
    String indent = outer + layout.unit();
    if (gap.lineEnd().isPresent()) {
      String member = written.apply(Optional.of(indent));
      return layout.isFirst(close())
          ? List.of(Splice.insert(layout.lineStart(close()), indent + member + layout.lineEnd()))
          : List.of(
              Splice.insert(
                  close(), layout.lineEnd() + indent + member + layout.lineEnd() + outer));
    }
    int end = inner.isBlank() ? close() : open;
    if (crowded) {
      String member = written.apply(Optional.empty());
      String padding = language == Written.BICEP ? " " : "";
      return List.of(new Splice(open, end, padding + member + padding));
    }
    String member = written.apply(Optional.of(indent));
    return List.of(
        new Splice(open, end, layout.lineEnd() + indent + member + layout.lineEnd() + outer));
  }

  /// Without one of the members; its own comment at the end of its line goes with it.
  List<Splice> remove(int index) {
    Layout layout = Layout.of(text);
    Span gone = all.get(index);
    boolean last = index == all.size() - 1;
    int next = last ? close() : all.get(index + 1).start();
    Gap gap = Gap.of(text, gone.end(), next);
    List<Splice> splices = new ArrayList<>();
    if (last && index > 0 && gap.comma().isEmpty()) {
      Gap before = Gap.between(text, all.get(index - 1), gone);
      if (before.comma().isPresent() && layout.isFirst(gone.start())) {
        int comma = before.comma().getAsInt();
        splices.add(Splice.delete(comma, comma + 1));
      }
    }
    if (layout.isFirst(gone.start()) && gap.lineEnd().isPresent()) {
      int end = gap.lineEnd().getAsInt();
      splices.add(Splice.delete(layout.lineStart(gone.start()), Layout.pastLineEnd(text, end)));
      if (gap.comma().isPresent() && !gap.hasCommaInLine()) {
        int comma = gap.comma().getAsInt();
        splices.add(Splice.delete(comma, comma + 1));
      }
      return splices;
    }
    splices.add(inLine(index, gap, last));
    return splices;
  }

  private Splice inLine(int index, Gap gap, boolean last) {
    Span gone = all.get(index);
    if (!last) {
      int next = all.get(index + 1).start();
      int end = gap.hasCommaInLine() ? gap.comma().getAsInt() + 1 : gone.end();
      return Splice.delete(gone.start(), gap.lineEnd().isEmpty() ? next : end);
    }
    if (index > 0) {
      Layout layout = Layout.of(text);
      int start = layout.isFirst(gone.start()) ? gone.start() : all.get(index - 1).end();
      return Splice.delete(start, gone.end());
    }
    boolean plain =
        text.substring(braces.start() + 1, gone.start()).isBlank()
            && text.substring(gone.end(), close()).isBlank();
    return plain
        ? Splice.delete(braces.start() + 1, close())
        : Splice.delete(gone.start(), gap.comma().orElse(gone.end() - 1) + 1);
  }

  /// Where what stands behind the last member ends: the brace, or something that is no member.
  private int end() {
    return next.orElse(close());
  }

  private int close() {
    return braces.end() - 1;
  }
}
