namespace OrderCheck.Core.Hospitals;

/// <summary>Titles of doctors (专业技术职务), from the lowest to the highest.</summary>
public static class DoctorTitle
{
    /// <summary>Whoever is no doctor.</summary>
    public const string Other = "其他";

    public static IReadOnlyList<string> All { get; } = [Other, "医士", "住院医师", "主治医师", "副主任医师", "主任医师"];

    /// <summary>Whether the title is that one or a higher one.</summary>
    public static bool IsAtLeast(string title, string lowest) => Rank(title) >= Rank(lowest);

    private static int Rank(string title)
    {
        for (var rank = 0; rank < All.Count; rank++)
        {
            if (All[rank] == title)
                return rank;
        }
        return -1;
    }
}
