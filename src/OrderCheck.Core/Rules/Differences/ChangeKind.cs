namespace OrderCheck.Core.Rules.Differences;

/// <summary>What became of a rule or row from one folder to another.</summary>
public enum ChangeKind
{
    /// <summary>新增.</summary>
    Added = 1,

    /// <summary>删除: it is no longer there, as if it had never been.</summary>
    Removed = 2,

    /// <summary>停用: it ends on a day that it did not end on before.</summary>
    Ended = 3,

    /// <summary>修改.</summary>
    Changed = 4,
}
