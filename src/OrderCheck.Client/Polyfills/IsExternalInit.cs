// The compiler wants this type by name for init-only members, which .NET Standard 2.0 does not have.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
