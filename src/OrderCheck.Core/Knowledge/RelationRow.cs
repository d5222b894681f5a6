namespace OrderCheck.Core.Knowledge;

/// <summary>A row about other items beside its own: they are what rule text calls <c>other</c>.</summary>
public abstract class RelationRow : KnowledgeRow
{
    /// <summary>No two of them can be the same item.</summary>
    internal RelatedItem[] Others { get; set; } = [];

    /// <summary>What a reader calls the others where none of them is at hand.</summary>
    internal abstract string OthersName { get; }

    /// <summary>The window that the row itself gives; null where it gives none.</summary>
    internal virtual string? WindowWord => null;

    /// <summary>The N of a window of N days; 0 elsewhere.</summary>
    internal virtual int WindowDays => 0;

    internal override bool LooksAtTheHour => WindowWord is "6小时" or "同一小时";

    /// <summary>The row read from its other side.</summary>
    internal virtual bool FromOtherSide => false;

    /// <summary>The same for the lines of the other items, where each side is to find it; none where the rows say it from all sides.</summary>
    internal virtual IEnumerable<RelationRow> Mirrors() => [];

    /// <summary>Gives a mirror its item, which is one of the row's others, and the row's own item, dates and origin.</summary>
    private protected static RelationRow From(RelationRow row, in RelatedItem other, RelationRow mirror)
    {
        (mirror.ItemCode, mirror.IsPrefix, mirror.Texts) = (other.Code, other.IsPrefix, row.Texts.Calling(other.Name));
        mirror.Others = [new RelatedItem(row.ItemCode, row.IsPrefix, row.ItemName)];
        (mirror.EffectiveFrom, mirror.EffectiveTo) = (row.EffectiveFrom, row.EffectiveTo);
        return mirror;
    }
}
