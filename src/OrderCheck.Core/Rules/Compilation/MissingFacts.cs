using System.Linq.Expressions;
using OrderCheck.Core.Rules.Vocabulary;
using static System.Linq.Expressions.Expression;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>
/// Finds the facts that keep a condition from being certain, in Kleene's three-valued logic: a fact that is not known makes a
/// comparison uncertain, but "false and unknown" is false and "true or unknown" is true. So they need not be all that are unknown:
/// where the age alone makes "age over 18 or weight over 60 kg" true, nothing misses the weight. A rule that tests a fact for null
/// has dealt with the unknown itself.
/// </summary>
internal static class MissingFacts
{
    private static readonly ParameterExpression List = Parameter(typeof(List<VocabularyEntry>), "missing");

    /// <summary>
    /// The first of them in the order of the text; null where the condition is certain. Into the list, where there is one, go all of
    /// them in that order, each once. Allocates nothing where there is none. Takes time and code in proportion to the condition.
    /// </summary>
    public static Func<RuleFacts, List<VocabularyEntry>?, VocabularyEntry?> Of(Expression condition)
    {
        if (Judged.Condition(condition) is not { MayBeUncertain: true } judged)
            return static (_, _) => null;
        var judge = Lambda<Func<RuleFacts, List<VocabularyEntry>?, object>>(judged.Verdict, RuleParser.Facts, List).ToDelegate();
        return (facts, missing) => judge(facts, missing) as VocabularyEntry;
    }

    /// <summary>A condition or a part of one.</summary>
    /// <param name="Value">What it says; null where that is not certain whatever is known.</param>
    /// <param name="Verdict"><see cref="Verdicts.True"/>, <see cref="Verdicts.False"/>, or the first fact that it misses.</param>
    private readonly record struct Judged(Expression? Value, Expression Verdict)
    {
        private static readonly MemberExpression True = Field(null, typeof(Verdicts), nameof(Verdicts.True));
        private static readonly MemberExpression False = Field(null, typeof(Verdicts), nameof(Verdicts.False));

        public bool MayBeUncertain => Value is null;

        public static Judged Condition(Expression condition) => condition switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } and => Junction(and, False, True),
            BinaryExpression { NodeType: ExpressionType.OrElse } or => Junction(or, True, False),
            UnaryExpression { NodeType: ExpressionType.Not } not => Not(not),
            ConditionalExpression choice => Choice(choice),
            BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test when IsNull(test.Left) || IsNull(test.Right) => Certain(test),
            MemberExpression { Member.Name: nameof(Nullable<int>.HasValue) } => Certain(condition),
            _ => Comparison(condition),
        };

        private static Judged Certain(Expression value) => new(value, If(value, True, False));

        /// <param name="junction">Left and right.</param>
        /// <param name="decides">The verdict of one side that is the verdict of both.</param>
        /// <param name="leaves">The one that leaves it to the other side.</param>
        private static Judged Junction(BinaryExpression junction, Expression decides, Expression leaves)
        {
            var (left, right) = (Condition(junction.Left), Condition(junction.Right));
            if (!left.MayBeUncertain && !right.MayBeUncertain)
                return Certain(junction);
            if (left.Value is { } certain)
                return new(null, decides == False ? If(certain, right.Verdict, False) : If(certain, True, right.Verdict));
            var (first, second, mark) = (Variable(typeof(object)), Variable(typeof(object)), Variable(typeof(int)));
            return new(null, Block(
                [first, second, mark],
                Assign(mark, Call(typeof(Verdicts), nameof(Verdicts.Mark), null, List)),
                Assign(first, left.Verdict),
                If(
                    ReferenceEqual(first, decides),
                    decides,
                    Block(
                        Assign(second, right.Verdict),
                        If(
                            ReferenceEqual(second, decides),
                            Call(typeof(Verdicts), nameof(Verdicts.Forget), null, List, mark, decides),
                            If(ReferenceEqual(first, leaves), second, first))))));
        }

        private static Judged Not(UnaryExpression not)
        {
            var operand = Condition(not.Operand);
            if (!operand.MayBeUncertain)
                return Certain(not);
            var verdict = Variable(typeof(object));
            return new(null, Block(
                [verdict], Assign(verdict, operand.Verdict), If(ReferenceEqual(verdict, True), False, If(ReferenceEqual(verdict, False), True, verdict))));
        }

        private static Judged Choice(ConditionalExpression choice)
        {
            var (test, yes, no) = (Condition(choice.Test), Condition(choice.IfTrue), Condition(choice.IfFalse));
            if (!test.MayBeUncertain && !yes.MayBeUncertain && !no.MayBeUncertain)
                return Certain(choice);
            var verdict = Variable(typeof(object));
            return new(null, Block(
                [verdict],
                Assign(verdict, test.Verdict),
                If(ReferenceEqual(verdict, True), yes.Verdict, If(ReferenceEqual(verdict, False), no.Verdict, verdict))));
        }

        private static Judged Comparison(Expression comparison)
        {
            var reads = FactReads.Of(comparison).Where(fact => fact.Entry.CanBeMissing).ToList();
            if (reads.Count == 0)
                return Certain(comparison);
            var known = reads.Select(fact => IsKnown(fact.Read)).Aggregate(AndAlso);
            var certain = LimitsOf(comparison).Aggregate(known, (so, limit) => OrElse(Expression.Not(IsKnown(limit)), so));
            var missing = reads.Aggregate(
                (Expression)Constant(null, typeof(VocabularyEntry)),
                (before, fact) => Call(typeof(Verdicts), nameof(Verdicts.Note), null, List, before, IsKnown(fact.Read), Constant(fact.Entry)));
            return new(null, If(certain, If(comparison, True, False), Convert(missing, typeof(object))));
        }

        /// <summary>A row that sets no such limit makes "less than" false, whatever the facts are.</summary>
        private static IEnumerable<Expression> LimitsOf(Expression comparison) =>
            comparison is BinaryExpression
            {
                NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual
                    or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
            } order
                ? new[] { order.Left, order.Right }.Select(WithoutConversion).Where(side => IsNullable(side.Type) && IsOfLimit(side))
                : [];

        private static bool IsOfLimit(Expression side) =>
            side is MemberExpression member && RuleVocabulary.Find(member.Member)?.Subject == RuleVocabulary.Limit;

        private static Expression WithoutConversion(Expression side) =>
            side is UnaryExpression { NodeType: ExpressionType.Convert } convert ? WithoutConversion(convert.Operand) : side;

        private static BinaryExpression IsKnown(Expression read) => NotEqual(read, Constant(null, read.Type));

        private static bool IsNull(Expression side) => WithoutConversion(side) is ConstantExpression { Value: null };

        private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

        private static ConditionalExpression If(Expression test, Expression yes, Expression no) => Expression.Condition(test, yes, no);
    }

    /// <summary>What the compiled condition calls and returns.</summary>
    private static class Verdicts
    {
        public static readonly object True = new();
        public static readonly object False = new();

        public static int Mark(List<VocabularyEntry>? missing) => missing?.Count ?? 0;

        /// <summary>What a part misses does not matter where the other part decides.</summary>
        public static object Forget(List<VocabularyEntry>? missing, int mark, object verdict)
        {
            missing?.RemoveRange(mark, missing.Count - mark);
            return verdict;
        }

        public static VocabularyEntry? Note(List<VocabularyEntry>? missing, VocabularyEntry? before, bool known, VocabularyEntry entry)
        {
            if (known)
                return before;
            if (missing is not null && !missing.Contains(entry))
                missing.Add(entry);
            return before ?? entry;
        }
    }
}
