package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.web.layout.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody with mandates in more than one cell choose for which one they work in this session. */
@Controller
class CellController {

    static final String PATH = "/cel";

    private static final String VIEW = "signin/cell";

    private final Accounts accounts;
    private final SignIn signIn;
    private final SignInBook book;
    private final Sessions sessions;
    private final Sources sources;
    private final MessageSource messages;

    CellController(
            Accounts accounts,
            SignIn signIn,
            SignInBook book,
            Sessions sessions,
            Sources sources,
            MessageSource messages) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.book = book;
        this.sessions = sessions;
        this.sources = sources;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            Model model) {
        Account account = account(who);
        return choose(account, relations(account, request), back, request, model);
    }

    @PostMapping(PATH)
    String enter(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "cel", defaultValue = "") String chosen,
            @RequestParam(name = "naar", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = account(who);
        List<SignIn.Relation> relations = relations(account, request);
        Optional<SignIn.Relation> relation = relations.stream()
                .filter(one -> one.cell().id().toString().equals(chosen))
                .findFirst();
        if (relation.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("cellError", "signin.cell.required");
            return choose(account, relations, back, request, model);
        }
        CurrentActor.of(request).ifPresent(before -> book.wentOut(before, "other-cell"));
        sessions.choose(account, relation.get().actor(), request, response);
        return "redirect:" + LocalPath.of(back).orElse("/");
    }

    private Account account(SignedIn who) {
        return accounts.require(who.user());
    }

    private List<SignIn.Relation> relations(Account account, HttpServletRequest request) {
        return signIn.relations(account, sources.of(request));
    }

    private String choose(
            Account account,
            List<SignIn.Relation> relations,
            @Nullable String back,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("waits", signIn.whereWaits(account));
        model.addAttribute(
                "cells",
                relations.stream()
                        .map(one -> new Choice(
                                one.cell().id().toString(), one.cell().name(), capacity(one, request)))
                        .toList());
        LocalPath.of(back).ifPresent(path -> model.addAttribute("back", path));
        return VIEW;
    }

    private String capacity(SignIn.Relation relation, HttpServletRequest request) {
        return messages.getMessage("capacity." + relation.actor().capacity(), null, Languages.of(request));
    }
}
