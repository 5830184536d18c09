package dev.keylint.plan;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;

/// JSON that says that the compiler made it of a root.
///
/// @param source what it was made of
/// @param remarks what its findings say besides, whatever the source gives
public record Twin(WorkspaceFile file, WorkspaceFile source, List<Remark> remarks) {
  /// What the source of a twin says where the twin has a finding.
  public enum Sourced {
    /// The same.
    SAME,
    /// That it is not so, or nothing.
    OTHER,
    /// It is not known, since not all of the source is.
    UNKNOWN
  }

  public Twin {
    remarks = List.copyOf(remarks);
  }

  Twin(WorkspaceFile file, WorkspaceFile source) {
    this(file, source, List.of());
  }

  Twin with(Remark remark) {
    List<Remark> more = new ArrayList<>(remarks);
    more.add(remark);
    return new Twin(file, source, more);
  }

  /// What a finding says besides: what is mended in the twin comes back with the next build, and
  /// what the source does not have is not to be mended there.
  public Remark remark(Sourced sourced) {
    String todo =
        switch (sourced) {
          case SAME -> "compiled from this file: change it here, then compile again";
          case OTHER -> "compiled from this file, where it is not so: compile it again";
          case UNKNOWN ->
              "compiled from this file: compile it again and, if this stays, change it here";
        };
    return Remark.of(new Location.WholeFile(source.shown()), todo);
  }
}
