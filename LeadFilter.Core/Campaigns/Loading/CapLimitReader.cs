using System.Globalization;
using System.Text.RegularExpressions;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads limits of caps: a number of leads, or an amount of money with a dollar sign before it.</summary>
internal sealed partial class CapLimitReader(MistakeList mistakes)
{
    private const string Remedy =
        "Write how many leads, such as 500, or how much money in the currency of your prices, such as \"$5,000\"";

    public CapLimit? Read(FileNode? node)
    {
        if (node is { Kind: FileNodeKind.Text })
        {
            return ReadMoney(node);
        }

        if (node.AsDecimal(1, CapLimit.MaxLeads, mistakes) is not { } number)
        {
            return null;
        }

        if (number != decimal.Truncate(number))
        {
            mistakes.Add(node!, $"{number} is not a whole number", Remedy);
            return null;
        }

        return CapLimit.OfLeads((int)number);
    }

    private CapLimit? ReadMoney(FileNode node)
    {
        if (!Amount().IsMatch(node.Text)
            || !decimal.TryParse(
                node.Text.AsSpan(1),
                NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount))
        {
            mistakes.Add(node, $"'{node.Text}' is not a limit", Remedy);
            return null;
        }

        if (amount is <= 0 or > CapLimit.MaxMoney)
        {
            mistakes.Add(
                node,
                $"{node.Text} is out of range",
                $"Write an amount of more than $0, at most {CapLimit.OfMoney(CapLimit.MaxMoney)}");
            return null;
        }

        return CapLimit.OfMoney(amount);
    }

    [GeneratedRegex(@"^\$([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,4})?\z", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Amount();
}
