using System.Text;
using OrderCheck.Cli.Verbs;

namespace OrderCheck.Cli.Folders;

/// <summary>Writes a folder all or nothing: first beside its place, then swapped in by renaming.</summary>
internal static class FolderSwap
{
    private static readonly UTF8Encoding PlainUtf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces the folder. What was there before is gone only when the new one is in its place.</summary>
    /// <param name="mark">A file that shows that the folder is one of ours and may be replaced.</param>
    /// <exception cref="BadInputException">The place holds something else.</exception>
    public static void Write(string folder, IReadOnlyDictionary<string, string> files, string mark)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        RefuseOthers(place, folder, mark);
        var beside = $"{place}.{Guid.NewGuid():N}";
        try
        {
            foreach (var (path, text) in files)
            {
                var target = Path.Combine(beside, path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, text, PlainUtf8);
            }
            Swap(beside, place);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    private static void RefuseOthers(string place, string folder, string mark)
    {
        if (File.Exists(place))
            throw new BadInputException(folder, 0, 0, "There is a file of this name; give a folder.");
        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any() && !File.Exists(Path.Combine(place, mark)))
            throw new BadInputException(folder, 0, 0, $"The folder holds other things (it has no {mark}); give a new or empty one.");
    }

    private static void Swap(string beside, string place)
    {
        if (!Directory.Exists(place))
        {
            Directory.Move(beside, place);
            return;
        }
        var old = $"{beside}.old";
        Directory.Move(place, old);
        try
        {
            Directory.Move(beside, place);
        }
        catch (IOException)
        {
            Directory.Move(old, place);
            throw;
        }
        Directory.Delete(old, recursive: true);
    }
}
