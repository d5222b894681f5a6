using System.Linq.Expressions;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules.Compilation;

/// <summary>Finds what an expression reads of the vocabulary, in the order of its text, each fact once.</summary>
internal sealed class FactReads : ExpressionVisitor
{
    private readonly List<(VocabularyEntry Entry, Expression Read)> _reads = [];

    public static IReadOnlyList<(VocabularyEntry Entry, Expression Read)> Of(Expression expression)
    {
        var visitor = new FactReads();
        visitor.Visit(expression);
        return visitor._reads;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        Note(RuleVocabulary.Find(node.Member), node);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        Note(RuleVocabulary.Find(node.Method), node);
        return base.VisitMethodCall(node);
    }

    private void Note(VocabularyEntry? entry, Expression read)
    {
        // The same method with other arguments is another fact: use.InDays(7), use.InDays(14).
        if (entry is not null && !_reads.Exists(known => known.Entry == entry && known.Read.ToString() == read.ToString()))
            _reads.Add((entry, read));
    }
}
