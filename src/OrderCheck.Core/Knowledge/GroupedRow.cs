namespace OrderCheck.Core.Knowledge;

/// <summary>One member of a group of items: the others of the group are the rows with the same name.</summary>
public abstract class GroupedRow : RelationRow
{
    /// <summary>The group's name, unique in the file.</summary>
    internal abstract string Group { get; }

    /// <summary>What all rows of a group must agree on.</summary>
    internal abstract string Agreement { get; }

    /// <summary>Whether a group of one item makes sense: the published groups come in parts.</summary>
    internal virtual bool MayBeAlone => false;

    internal override string OthersName => Group;
}
