namespace OrderCheck.Server.Identity;

/// <summary>A file that only its owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Writes it whole or not at all; replaces an earlier one.</summary>
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
