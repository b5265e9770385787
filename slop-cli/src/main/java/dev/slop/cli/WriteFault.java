package dev.slop.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says why a file cannot be written, where the JDK's message is the file's name alone. */
final class WriteFault {
    private WriteFault() {}

    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (fault instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        return fault instanceof FileSystemException detailed
                ? Optional.ofNullable(detailed.getReason()).orElse(String.valueOf(fault.getMessage()))
                : String.valueOf(fault.getMessage());
    }
}
