using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Customers.Bulk;
using OrchardCore.Customers.Lists;
using OrchardCore.Customers.Shared;

namespace OrchardCore.Customers.Transfer.Export;

/// <summary>The page that asks what is to be exported: what it offers, and what was answered.</summary>
public sealed class ExportFormPages(
    CustomerListReader lists,
    CustomerBulkPages bulk,
    IExportManager exports,
    ExportChoices choices,
    IOptions<ExportLimits> limits,
    IStringLocalizer<ExportFormPages> S)
{
    /// <summary>The answers that fit most, for who comes from the list.</summary>
    public async Task<ExportForm> NewAsync(CustomerBulkRequest request, ClaimsPrincipal user)
    {
        var opened = await lists.OpenAsync(request.List, user);
        var isTicked = !request.All && request.Ids is { Length: > 0 };

        return new ExportForm
        {
            Ids = isTicked ? request.Ids : null,
            Which = isTicked ? ExportWhich.Ticked : opened.State.IsNarrowed ? ExportWhich.Listed : ExportWhich.All,
            List = request.List,
            HasByteOrderMark = true,
        };
    }

    public async Task<ExportFormViewModel> BuildAsync(ExportForm form, IUrlHelper url, int days, ClaimsPrincipal user)
    {
        var opened = await lists.OpenAsync(form.List, user);
        var allowed = await exports.FindColumnsAsync(user);

        // What the list shows now is meant, also when its view is changed before somebody says yes.
        form.List = url.ListQuery(CustomerListTools.Whole(opened));

        return new ExportFormViewModel
        {
            Form = form,
            JobId = form.Job ?? Guid.NewGuid().ToString("N"),
            Which = await choices.WhichAsync(form, opened, url, user),
            What = choices.What(opened.Columns, allowed),
            Columns = ExportChoices.Columns(form, allowed, ExportColumns.Match(opened.Columns, allowed).Columns),
            Delimiters = choices.Delimiters,
            AtOnce = limits.Value.AtOnce,
            Days = days,
            ListUrl = CustomerBulkPages.ListUrl(new CustomerBulkRequest { List = form.List }, url),
        };
    }

    /// <summary>What was answered; <see langword="null"/> with errors when that can't be had.</summary>
    public async Task<ExportOptions?> ReadAsync(ExportForm form, ModelStateDictionary modelState, ClaimsPrincipal user)
    {
        if (await SelectAsync(form, user) is not { } selection)
        {
            modelState.AddModelError(nameof(form.Which), form.Which == ExportWhich.Ticked
                ? S["Nobody was ticked. Go back to the list and tick the customers first."]
                : S["A filter of the list is not there any more. Go back to the list and filter again."]);

            return null;
        }

        var options = new ExportOptions
        {
            Selection = selection,
            Columns = await NamesAsync(form, user),
            Format = form.Format,
            Delimiter = form.Delimiter,
            HasByteOrderMark = form.HasByteOrderMark,
        };
        (await exports.CheckAsync(options, user)).AddTo(modelState);

        return modelState.IsValid ? options : null;
    }

    /// <summary>Whether it is sent as the answer, instead of being made in the background.</summary>
    public async Task<bool> IsAtOnceAsync(ExportForm form, ExportOptions options, ClaimsPrincipal user)
        => !form.Keep && await exports.FindCountAsync(options.Selection, user) <= limits.Value.AtOnce;

    private Task<CustomerSelection?> SelectAsync(ExportForm form, ClaimsPrincipal user) => form.Which switch
    {
        ExportWhich.Ticked => bulk.ReadSelectionAsync(new() { Ids = form.Ids }, user),
        ExportWhich.Listed => bulk.ReadSelectionAsync(new() { All = true, List = form.List }, user),
        _ => Task.FromResult<CustomerSelection?>(new()),
    };

    private async Task<string[]> NamesAsync(ExportForm form, ClaimsPrincipal user)
    {
        var allowed = await exports.FindColumnsAsync(user);
        var columns = form.Columns switch
        {
            ExportWhat.All => allowed,
            ExportWhat.Chosen => [.. allowed.Where(column => form.Chosen?.Contains(column.Name, StringComparer.Ordinal) == true)],
            _ => ExportColumns.Match((await lists.OpenAsync(form.List, user)).Columns, allowed).Columns,
        };

        return [.. columns.Select(column => column.Name)];
    }
}
