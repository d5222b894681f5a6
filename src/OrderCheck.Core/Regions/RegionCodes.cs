using System.Collections.Frozen;

namespace OrderCheck.Core.Regions;

/// <summary>A region's code table.</summary>
public sealed class RegionCodes
{
    private readonly FrozenDictionary<string, RegionCode> _byCode;
    private readonly FrozenDictionary<string, RegionCode> _byNumber;
    private readonly FrozenDictionary<string, string> _byWord;

    /// <param name="rows">Each code is there once; of several codes with one meaning the first is what we write.</param>
    public RegionCodes(IReadOnlyList<RegionCode> rows)
    {
        Rows = rows;
        _byCode = rows.ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);
        _byNumber = rows.DistinctBy(row => Short(row.Code)).ToFrozenDictionary(row => Short(row.Code), StringComparer.Ordinal);
        _byWord = rows.SelectMany(row => row.Words.Select(word => (Word: word, row.Code))).DistinctBy(pair => pair.Word)
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<RegionCode> Rows { get; }

    /// <summary>Null where the table does not have it as written.</summary>
    public RegionCode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>As <see cref="Find"/>, with or without the zeros before it: "1" for "01".</summary>
    public RegionCode? FindShort(string code) => Find(code) ?? _byNumber.GetValueOrDefault(Short(code));

    /// <summary>What we write for our word; null where the table has no code for it.</summary>
    public string? CodeOf(string word) => _byWord.GetValueOrDefault(word);

    private static string Short(string code) => code.TrimStart('0') is { Length: > 0 } rest ? rest : "0";
}
