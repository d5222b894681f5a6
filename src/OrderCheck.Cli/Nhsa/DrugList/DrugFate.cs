namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>What became of a row of the drug list: exactly one of these.</summary>
internal enum DrugFate
{
    /// <summary>Another edition, or later points, took over before or while it would have been in force.</summary>
    Superseded,

    /// <summary>The catalogue or a rule applies all of it: class, limit, price.</summary>
    Executable,

    /// <summary>Its sentence, or a part of it, is shown to people.</summary>
    Text,

    /// <summary>No known code is it: it waits in the account for a fuller table of codes.</summary>
    WithoutCode,

    /// <summary>It can't be read.</summary>
    Rejected,
}
