using System.Runtime.CompilerServices;
using Microsoft.Extensions.ObjectPool;
using OrderCheck.Core.Grouping;

namespace OrderCheck.Server.Grouping;

/// <summary>Groupers for use by one call at a time, so that a case needs no scratch memory of its own. They go with their scheme.</summary>
internal sealed class GrouperPool
{
    private readonly ConditionalWeakTable<GroupingScheme, ObjectPool<Grouper>> _pools = [];

    public Grouper Get(GroupingScheme scheme) => PoolOf(scheme).Get();

    public void Return(Grouper grouper) => PoolOf(grouper.Scheme).Return(grouper);

    private ObjectPool<Grouper> PoolOf(GroupingScheme scheme) =>
        _pools.GetValue(scheme, static scheme => new DefaultObjectPool<Grouper>(new Policy(scheme)));

    private sealed class Policy(GroupingScheme scheme) : IPooledObjectPolicy<Grouper>
    {
        public Grouper Create() => new(scheme);

        public bool Return(Grouper obj) => true;
    }
}
