namespace OrderCheck.Core.Hospitals;

/// <summary>
/// What a doctor may be licensed to prescribe (处方权): graded antibiotics (《抗菌药物临床应用管理办法》第二十四条), graded
/// antineoplastics (《抗肿瘤药物临床应用管理办法（试行）》), narcotics (《处方管理办法》第十一条), toxic drugs; and the category in which a doctor practises.
/// </summary>
public static class Licence
{
    /// <summary>执业类别 of doctors of Chinese medicine (《中华人民共和国医师法》第十四条): no right to prescribe, but what one may do.</summary>
    public const string TcmPractice = "中医类别执业医师";

    /// <summary>Grades of one kind stand from the lowest to the highest.</summary>
    private static readonly string[][] Grades =
    [
        ["抗菌药物非限制使用级", "抗菌药物限制使用级", "抗菌药物特殊使用级"],
        ["抗肿瘤药物普通使用级", "抗肿瘤药物限制使用级"],
        ["麻醉药品和第一类精神药品"],
        ["医疗用毒性药品"],
        [TcmPractice],
    ];

    /// <summary>
    /// The lowest title that graded antibiotics may be granted to: 限制使用级 to 中级 and above, 特殊使用级 to 高级
    /// (《抗菌药物临床应用管理办法》第二十四条).
    /// </summary>
    private static readonly Dictionary<string, string> LowestTitle = new()
    {
        ["抗菌药物限制使用级"] = "主治医师",
        ["抗菌药物特殊使用级"] = "副主任医师",
    };

    public static IReadOnlyList<string> All { get; } = [.. Grades.SelectMany(grades => grades)];

    /// <summary>Whether nobody of that title can have been granted it. A title that is high enough does not say that it was.</summary>
    public static bool IsBeyond(string title, string licence) =>
        LowestTitle.TryGetValue(licence, out var lowest) && !DoctorTitle.IsAtLeast(title, lowest);

    /// <summary>Whether holding the one licence is holding the other: a higher grade of the kind has the lower ones in it.</summary>
    public static bool Covers(string held, string needed)
    {
        foreach (var grades in Grades)
        {
            var (has, needs) = (Array.IndexOf(grades, held), Array.IndexOf(grades, needed));
            if (has >= 0 && needs >= 0)
                return has >= needs;
        }
        return false;
    }
}
