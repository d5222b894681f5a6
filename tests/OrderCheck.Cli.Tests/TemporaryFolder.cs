namespace OrderCheck.Cli.Tests;

/// <summary>A folder of its own for a test, gone afterwards with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ordercheck-");

    public string Path => _folder.FullName;

    public string At(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public static TemporaryFolder CopyOf(string other)
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(other, "*", SearchOption.AllDirectories))
        {
            var target = copy.At(System.IO.Path.GetRelativePath(other, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
