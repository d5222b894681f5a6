namespace OrderCheck.Server.Nhsa;

/// <summary>The file of --nhsa-callers: a line for each HIS that signs, "PAASID HOSPITAL SECRET"; # begins a comment. Only its owner may read it.</summary>
internal static class SignedCallersFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private const int ShortestSecret = 16;

    /// <summary>By paasid.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Faults"/>, which is asked first.</exception>
    public static IReadOnlyDictionary<string, SignedCaller> Read(string path)
    {
        var callers = new Dictionary<string, SignedCaller>(StringComparer.Ordinal);
        foreach (var (line, words) in Lines(path))
        {
            if (Fault(words, callers) is { } fault)
                throw new InvalidDataException($"{path}:{line}: {fault}");
            callers.Add(words[0], new SignedCaller(words[1], words[2]));
        }
        return callers;
    }

    /// <summary>Why the file cannot be used; never what it holds.</summary>
    public static IEnumerable<string> Faults(string path)
    {
        if (!File.Exists(path))
        {
            yield return $"--nhsa-callers is {path}, which does not exist; it must be a file of lines \"PAASID HOSPITAL SECRET\".";
            yield break;
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            yield return $"--nhsa-callers is {path}, which others than its owner may read or write; make it private: chmod 600 {path}";
        var callers = new Dictionary<string, SignedCaller>(StringComparer.Ordinal);
        foreach (var (line, words) in Lines(path))
        {
            if (Fault(words, callers) is { } fault)
                yield return $"{path}:{line}: {fault}";
            else
                callers.Add(words[0], new SignedCaller(words[1], words[2]));
        }
    }

    private static string? Fault(string[] words, Dictionary<string, SignedCaller> before) => words switch
    {
        { Length: not 3 } => $"has {words.Length} words; it must be \"PAASID HOSPITAL SECRET\".",
        [_, _, { Length: < ShortestSecret }] => $"the secret has fewer than {ShortestSecret} characters.",
        [var paasId, ..] when before.ContainsKey(paasId) => "the paasid was given before.",
        _ => null,
    };

    private static IEnumerable<(int Line, string[] Words)> Lines(string path)
    {
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0][0] != '#')
                yield return (line, words);
        }
    }
}
