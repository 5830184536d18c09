package dev.keylint.module;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why reading or writing failed, in a reader's words: many exceptions of the file system have only
/// the path for a message.
public final class IoProblem {
  private IoProblem() {}

  /// The reason without the path, such as `permission denied`.
  public static String reason(IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "there is a file of this name already";
      case NotDirectoryException _ -> "it is no folder";
      case FileSystemLoopException _ -> "its links lead in a circle";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      case FileSystemException of when of.getReason() != null -> lower(of.getReason());
      case IOException other -> lower(String.valueOf(other.getMessage()));
    };
  }

  /// The same of a folder that was being listed.
  public static String reason(DirectoryIteratorException problem) {
    IOException cause = problem.getCause();
    return cause == null ? lower(String.valueOf(problem.getMessage())) : reason(cause);
  }

  /// As a clause behind a colon: the system's words start with a capital.
  private static String lower(String words) {
    boolean sentence = words.length() > 1 && !Character.isUpperCase(words.charAt(1));
    return sentence ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
  }
}
