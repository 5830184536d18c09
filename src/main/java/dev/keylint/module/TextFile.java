package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;

/// A file that has been read as text, with remarks on how well that went.
///
/// @param text the characters: whoever works on the source keeps them, or they are read again
public record TextFile(Source source, String text, List<Diagnostic> notes) {
  public TextFile {
    notes = List.copyOf(notes);
  }
}
