namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// Where on the body the judged charge was done, how often and in which course, beside what its order asks for; the row says
/// whether sites, points or fields are compared. Null where order or charge do not tell. Where an order is judged everything is
/// in order. Rule text calls it <c>site</c>. This class knows of none.
/// </summary>
public class SiteFacts
{
    /// <summary>The order's sites or points, with 、 between them.</summary>
    public virtual string? Ordered => null;

    /// <summary>The charge's sites or points, with 、 between them.</summary>
    public virtual string? Charged => null;

    /// <summary>How many the order asks for at one execution; in the billed unit and of the whole day where that counts them.</summary>
    public virtual decimal? OrderedCount => null;

    /// <summary>How many the charge is for; in the billed unit, all that is charged of the order on the day, where that counts them.</summary>
    public virtual decimal? ChargedCount => null;

    /// <summary>Executions that make the order's course.</summary>
    public virtual decimal? OrderedExecutions => null;

    /// <summary>Executions of the order that are charged up to and with the day.</summary>
    public virtual decimal? ChargedExecutions => null;

    /// <summary>Which course the order is, from 1.</summary>
    public virtual int? OrderedCourse => null;

    /// <summary>Of which course the charge is, from 1.</summary>
    public virtual int? ChargedCourse => null;
}
