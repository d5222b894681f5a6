namespace OrderCheck.Core.Catalogue;

/// <summary>The catalogue says 甲, 乙, 丙; NHSA's charge lines say 01, 02, 03 (chrgitm_lv).</summary>
public static class ItemClasses
{
    public static string? CodeOf(string? name) => name switch
    {
        "甲" => "01",
        "乙" => "02",
        "丙" => "03",
        _ => null,
    };

    public static string? NameOf(string? code) => code switch
    {
        "01" => "甲",
        "02" => "乙",
        "03" => "丙",
        _ => null,
    };
}
