"""The planner page as a person uses it."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator

from .page import EnginePage


class PlannerPage(EnginePage):
    """`step(id)` and the like look at what a person would see."""

    place = "planner/"
    folder = "planner/"

    def reset(self) -> None:
        """Forget everything but the engine: as if somebody else sat down."""
        self.page.evaluate(
            """async () => {
                const { kept, values } = await ours("planner/memory.js");
                const { QUESTIONS } = await ours("planner/questions.js");
                const { initialValue } = await ours("checker/fields.js");
                const { arrive } = await ours("checker/main.js");
                for (const question of QUESTIONS) values[question.path] = initialValue(question);
                kept.log.length = 0;
                Object.assign(kept, { following: false, result: null });
                document.getElementById("afterword-planner").replaceChildren();
                await arrive();
            }""",
        )

    def field(self, path: str) -> Locator:
        """The control of a fact; of a moment its date."""
        return self.page.locator(f"#pl-{path.replace('.', '-').replace('_', '-')}")

    def fault(self, path: str) -> Locator:
        """What is said to be wrong at the field of a fact."""
        return self.page.locator(f"#pl-{path.replace('.', '-').replace('_', '-')}-fault")

    def fill(self, facts: Mapping[str, str]) -> None:
        """Fill in facts by their paths; a date, or an option's label."""
        for path, value in facts.items():
            field = self.field(path)
            if field.evaluate("each => each.matches('details *')"):
                self.page.locator(".aw-questions details").evaluate("each => { each.open = true; }")
            if field.evaluate("each => each.matches('select')"):
                field.select_option(label=value)
            else:
                field.fill(value)

    def sent(self, what: str, on: str = "", *, answered: bool = False) -> None:
        """Add a message to the list of those sent."""
        self.page.get_by_role("button", name="Add a message that you sent").click()
        row = self.page.locator(".aw-log > div").last
        row.get_by_label("What it was").select_option(label=what)
        row.get_by_label("When you sent it").fill(on)
        if answered:
            row.get_by_label("They answered it").check()

    @property
    def button(self) -> Locator:
        return self.page.get_by_role("button", name="Make my plan")

    def plan(self, facts: Mapping[str, str] | None = None) -> None:
        """Press the button, after filling in facts if given, and wait for the plan."""
        self.fill(facts or {})
        count = self.planned
        self.button.click()
        self.wait_for_plan(count)

    @property
    def planned(self) -> int:
        """How many plans the page has shown."""
        return int(self.page.locator(".aw-planner").get_attribute("data-planned") or 0)

    def wait_for_plan(self, after: int) -> None:
        self.page.wait_for_function(
            "count => Number(document.querySelector('.aw-planner').dataset.planned ?? 0) > count", arg=after
        )

    @property
    def headline(self) -> str:
        return self.page.locator("#pl-result-title").inner_text()

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The steps in their order, each with its state in words."""
        return [
            (id, state)
            for id, state in self.page.locator(".aw-todo[data-step]").evaluate_all(
                "all => all.map(each => [each.dataset.step, each.querySelector('.aw-todo__state').textContent])"
            )
        ]

    def step(self, id: str) -> Locator:
        return self.page.locator(f'.aw-todo[data-step="{id}"]')

    def times(self, id: str) -> dict[str, str]:
        """The moments of a step by their names."""
        return dict(
            self.step(id).locator("dl > div").evaluate_all("all => all.map(each => [...each.children].map(one => one.textContent))")
        )

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        return self.page.evaluate("document.activeElement.id")
