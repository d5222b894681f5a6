using OrderCheck.Core.Identity;

namespace OrderCheck.Grains.Permissions;

/// <summary>The caller's role may not do this.</summary>
public sealed class NotPermittedException(Role role, string operation) : Exception($"Role {role} may not do {operation}.")
{
    public Role Role { get; } = role;

    public string Operation { get; } = operation;
}
