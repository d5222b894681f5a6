namespace OrderCheck.EndToEnd.Story;

/// <summary>Items of the project's own rules folder, found by what its knowledge says of them.</summary>
internal static class StarterItems
{
    /// <summary>A service that no row of knowledge is about: nothing is found with it.</summary>
    public static string Plain { get; } = FindPlain();

    /// <summary>A service that may be used once a day: Ⅰ级护理.</summary>
    public static string OncePerDay { get; } =
        File.ReadLines(Path.Combine(Repository.Rules, "knowledge", "frequency_limits.csv")).Select(line => line.Split(',')).First(fields => fields[1] == "Ⅰ级护理")[0];

    /// <summary>A service that is for women alone: 单胎顺产接生.</summary>
    public static string ForWomen { get; } =
        File.ReadLines(Path.Combine(Repository.Rules, "knowledge", "sex_limits.csv")).Select(line => line.Split(',')).First(fields => fields[2] == "女" && fields[0].Length == 15)[0];

    /// <summary>抗菌药物限制使用级: a doctor of 初级 title cannot be licensed for it.</summary>
    public static string RestrictedAntibiotic { get; } =
        File.ReadLines(Path.Combine(Repository.Rules, "knowledge", "licence_limits.csv")).Select(line => line.Split(',')).First(fields => fields[2] == "抗菌药物限制使用级" && !fields[0].EndsWith('*'))[0];

    private static string FindPlain()
    {
        var knowledge = string.Concat(Directory.GetFiles(Path.Combine(Repository.Rules, "knowledge"), "*.csv").Select(File.ReadAllText));
        var lines = File.ReadAllLines(Path.Combine(Repository.Rules, "catalogue", "items.csv"));
        var header = lines[0].TrimStart('\uFEFF').Split(',');
        var (code, kind) = (Array.IndexOf(header, "item_code"), Array.IndexOf(header, "kind"));
        return lines.Skip(1).Select(line => line.Split(',')).First(fields => fields[kind] == "项目" && !knowledge.Contains(fields[code]))[code];
    }
}
