using OrderCheck.Core.Catalogue;
using OrderCheck.Core.Tables;

namespace OrderCheck.Core.Knowledge.Reading;

/// <summary>
/// Where the texts are of what rows of knowledge call their items: codes are found in the catalogue's book, and what an item is called by its code.
/// A search among all texts of a release goes to another place in memory for each, which takes longer than all the rest of a row.
/// </summary>
internal sealed class ItemTexts(TextPool texts, ItemCatalogue catalogue)
{
    private readonly CodeBook _codes = catalogue.Book;

    /// <summary>By code: as the catalogue calls it, or the complement of another text that a row has called it by.</summary>
    private int[]? _names;

    /// <summary>The code in the row that is read; -1 where the catalogue has none.</summary>
    private int _code = -1;

    public TextNumber?[] WaysOf(CsvTable table)
    {
        _names ??= catalogue.NameTexts();
        _code = -1;
        var ways = new TextNumber?[table.Width];
        Set(ways, table.Position("item_code"), OfItem);
        Set(ways, table.Position("other_code"), text => TextOf(_codes.Find(text)));
        Set(ways, table.Position("item_name"), OfName);
        return ways;
    }

    /// <summary>Nothing is read any more.</summary>
    public void Forget() => _names = null;

    private int OfItem(ReadOnlySpan<byte> text)
    {
        _code = _codes.Find(text);
        return TextOf(_code);
    }

    private int TextOf(int code) => code < 0 ? -1 : _codes.TextOf(code);

    /// <summary>Rows call an item mostly as the catalogue does, or all by one other name. Further ones are looked up.</summary>
    private int OfName(ReadOnlySpan<byte> text)
    {
        if (_code < 0)
            return -1;
        ref var name = ref _names![_code];
        var known = name < 0 ? ~name : name;
        if (texts.Utf8(known).SequenceEqual(text))
            return known;
        if (name < 0)
            return -1;
        known = texts.AddAnew(text);
        name = ~known;
        return known;
    }

    private static void Set(TextNumber?[] ways, int position, TextNumber way)
    {
        if (position >= 0)
            ways[position] = way;
    }
}
