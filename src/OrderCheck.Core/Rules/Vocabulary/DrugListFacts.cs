namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>The drugs that are prescribed together. Rule text calls it <c>drugList</c>. This class knows of none.</summary>
public class DrugListFacts
{
    /// <summary>
    /// How many kinds of drugs the list has, by generic name. Told at one line of the list, so that one card speaks for all: 0 at
    /// the others, and where the line is on no such list. Null where the kind of visit, without which nobody knows whether
    /// there is a prescription, is not known.
    /// </summary>
    /// <param name="scope">处方 or 出院带药.</param>
    public virtual int? Kinds(string scope) => null;
}
