package dev.keylint.graph.policy;

import dev.keylint.value.PartialText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Reads the XML of API Management's policies, which is XML only nearly: expressions in C# stand in
/// it unescaped, with quotes inside of attributes and `<` inside of texts.
///
/// Never fails: what it can't make sense of is text. A closing tag closes the nearest element of
/// its name.
final class PolicyScanner {
  /// Deeper elements count as children of the last one, so that the tree is not what is written;
  /// real policies nest about ten deep.
  private static final int MAX_DEPTH = 100;

  private final PolicyDocument document;
  private final PartialText text;
  private final String chars;
  private final Deque<Open> stack = new ArrayDeque<>();
  private final PolicyTags tags;
  private int at;

  private PolicyScanner(PolicyDocument document) {
    this.document = document;
    this.text = document.text();
    this.chars = text.chars();
    this.tags = new PolicyTags(text);
  }

  /// An element whose end has not been met.
  private record Open(
      String name,
      List<PolicyElement.Attribute> attributes,
      List<PolicyElement> children,
      int textFrom) {}

  /// The elements of a document, below a nameless root, and whether they are what is written:
  /// neither nested too deep nor taken for a part of an expression.
  record Scan(PolicyElement root, boolean sure) {}

  static Scan read(PolicyDocument document) {
    PolicyScanner scanner = new PolicyScanner(document);
    PolicyElement root = scanner.read();
    return new Scan(root, !root.isDeeperThan(MAX_DEPTH) && !scanner.tags.swallows());
  }

  private PolicyElement read() {
    stack.push(new Open("", List.of(), new ArrayList<>(), 0));
    while (at < chars.length()) {
      char c = chars.charAt(at);
      if (c == '<') {
        tag();
      } else if (c == '@') {
        at = tags.afterExpression(at);
      } else {
        at++;
      }
    }
    while (stack.size() > 1) {
      close(chars.length());
    }
    return element(stack.pop(), chars.length());
  }

  private void tag() {
    if (chars.startsWith("<!--", at)) {
      at = after("-->");
    } else if (chars.startsWith("<![CDATA[", at)) {
      at = after("]]>");
    } else if (chars.startsWith("<?", at)) {
      at = after("?>");
    } else if (chars.startsWith("</", at)) {
      int start = at;
      int end = tags.afterName(at + 2);
      String name = chars.substring(at + 2, end);
      at = Math.max(after(">"), end);
      closeNamed(name, start);
    } else if (at + 1 < chars.length() && Character.isLetter(chars.charAt(at + 1))) {
      open();
    } else {
      at++;
    }
  }

  private void open() {
    PolicyTags.Tag tag = tags.read(at);
    at = tag.end();
    if (tag.closed() || stack.size() > MAX_DEPTH) {
      Open open = new Open(tag.name(), tag.attributes(), List.of(), at);
      top().children().add(element(open, at));
    } else {
      stack.push(new Open(tag.name(), tag.attributes(), new ArrayList<>(), at));
    }
  }

  private void closeNamed(String name, int textEnd) {
    if (stack.stream().noneMatch(open -> open.name().equalsIgnoreCase(name))) {
      return;
    }
    boolean found = false;
    while (!found && stack.size() > 1) {
      found = top().name().equalsIgnoreCase(name);
      close(textEnd);
    }
  }

  private void close(int textEnd) {
    Open open = stack.pop();
    top().children().add(element(open, textEnd));
  }

  private Open top() {
    return stack.element();
  }

  private PolicyElement element(Open open, int textEnd) {
    int from = Math.min(open.textFrom(), textEnd);
    return new PolicyElement(
        open.name(), open.attributes(), open.children(), from, textEnd, document);
  }

  private int after(String end) {
    int found = chars.indexOf(end, at);
    return found < 0 ? chars.length() : found + end.length();
  }
}
