using OrderCheck.Core.Findings;

namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The other items that the row is about: of a pair, of a set, of a package, or what must also be there. Orders of this call
/// count with what the encounter holds. Rule text calls them <c>other</c>.
/// </summary>
public abstract class OtherFacts
{
    /// <summary>
    /// Whether one of the others is used in that window around the line's time: 单日, 单次就诊, 6小时, 同一小时, 前后N天,
    /// or whether one of them is in the same prescription: 同一处方.
    /// </summary>
    public abstract bool Within(string window);

    /// <summary>
    /// Whether none of the others is used in that window, planned ones included; null where none is seen, but an order could
    /// not be expanded and may be one.
    /// </summary>
    public abstract bool? Missing(string window);

    /// <summary>How much of the others is used in that window, in their billed units; null where an order's quantity is not known.</summary>
    public abstract decimal? Quantity(string window);

    /// <summary>How much of the line's own item is used in that window, in its billed unit; null where an order's quantity is not known.</summary>
    public abstract decimal? OwnQuantity(string window);

    /// <summary>How many different ones of the others are used in that window.</summary>
    public abstract int Kinds(string window);

    /// <summary>The names of those that <see cref="Kinds"/> counts, with 、 between them.</summary>
    public abstract string Names(string window);

    /// <summary>Whether an order asks for the line's item: one that plans it for the day, or the one that the charge names.</summary>
    public abstract bool OwnOrder { get; }

    /// <summary>
    /// Whether the charge's order asks for one of the others (for any item of the same kind where the row names none), no map
    /// explains the charge, and what was ordered is not billed. Null where it is not known what was ordered.
    /// </summary>
    public abstract bool? OrderedInstead { get; }

    /// <summary>
    /// Whether another one is billed in that window, in the same operation, for more than the row's share of its price. Null
    /// where its price is not known.
    /// </summary>
    public abstract bool? UndiscountedWithin(string window);

    /// <summary>What the line is billed for, in percent of the hospital's price of the whole item; null where that is not known.</summary>
    public abstract decimal? OwnPriceShare { get; }

    /// <summary>Name of the other item of the last hit; "" where there was none.</summary>
    public string Name => Counterpart?.ItemName ?? "";

    /// <summary>The other side of the last hit; rule text cannot read it.</summary>
    public abstract Party? Counterpart { get; }

    /// <summary>The last hit is better told from the other side, where that is judged too.</summary>
    internal virtual bool FromOtherSide => false;
}
